# METADATA
# scope: package
# title: Machines demand version 2 of the instance metadata service
# description: >-
#   Launch templates and instances answer metadata requests only with a session token, so that a forged request
#   cannot steal the machine's credentials; notebooks have the same by their own switch.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#     description: Use the Instance Metadata Service to access instance metadata
# custom:
#   id: IAM-10
#   severity: high
#   clouds: [aws]
#   frameworks:
#     cis-aws: ["6.7"]
#   remediation: >-
#     Set metadataOptions.httpTokens to required; on a notebook set
#     instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion to "2".
#   input_kinds:
#     - aws:ec2/launchTemplate:LaunchTemplate
#     - aws:ec2/instance:Instance
#     - aws:sagemaker/notebookInstance:NotebookInstance
#   presence: false
package mlestate.controls.iam_10

import data.mlestate.lib

machines := {
	"path": ["metadataOptions", "httpTokens"],
	"accepted": ["required"],
	"types": ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
}

notebooks := {
	"path": ["instanceMetadataServiceConfiguration", "minimumInstanceMetadataServiceVersion"],
	"accepted": ["2"],
	"types": ["aws:sagemaker/notebookInstance:NotebookInstance"],
}

verdicts contains verdict if {
	some kind in [machines, notebooks]
	some resource in lib.of_types(kind.types)
	result := lib.status_of(resource, kind.path, kind.accepted)
	verdict := lib.verdict(resource, result, kind.path, kind.accepted[0], message[result])
}

message := {
	"pass": "The instance metadata service demands a session token.",
	"fail": "The instance metadata service answers without a session token.",
	"undetermined": "Whether the instance metadata service demands a session token is not known yet.",
}
