# METADATA
# scope: package
# title: Buckets are never public
# description: >-
#   All four switches of S3's public access block are on, for each bucket or for the whole account; Cloud Storage
#   enforces its prevention of public access; a storage account of Azure allows no public blobs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#     description: Blocking public access to your Amazon S3 storage
#   - ref: https://cloud.google.com/storage/docs/public-access-prevention
#     description: Public access prevention
#   - ref: https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
#     description: Remediate anonymous read access to blob data
# custom:
#   id: NET-17
#   severity: critical
#   clouds: [aws, gcp, azure]
#   frameworks:
#     cis-aws: [3.1.4]
#     cis-gcp: ["5.1"]
#     cis-azure: [9.3.8]
#   remediation: >-
#     Give the bucket a BucketPublicAccessBlock with blockPublicAcls, blockPublicPolicy, ignorePublicAcls and
#     restrictPublicBuckets true; on GCP set publicAccessPrevention to enforced; on Azure allowBlobPublicAccess to
#     false.
#   input_kinds:
#     - aws:s3/bucketV2:BucketV2
#     - aws:s3/bucket:Bucket
#     - gcp:storage/bucket:Bucket
#     - azure-native:storage:StorageAccount
#   presence: false
package mlestate.controls.net_17

import data.mlestate.lib
import data.mlestate.lib.aws

blocks := ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"]

switches := ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]

status(block) := lib.worst([lib.status_of(block, [switch], [true]) | some switch in switches])

accounts := [status(block) | some block in lib.of_types(["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"])]

whole_account if "pass" in accounts

verdicts contains verdict if {
	whole_account
	some bucket in aws.buckets
	verdict := lib.statement(
		bucket.urn, "pass", "", switches, switches,
		"Public access is blocked for the whole account.",
	)
}

verdicts contains verdict if {
	not whole_account
	some bucket in aws.buckets
	some block in aws.companions(blocks, bucket)
	result := status(block)
	verdict := lib.statement(
		bucket.urn, result, "", [switch | some switch in switches; lib.property(block, [switch]) == true], switches,
		message[result],
	)
}

verdicts contains verdict if {
	not whole_account
	some bucket in aws.buckets
	count(aws.companions(blocks, bucket)) == 0
	count(aws.possible_companions(blocks, bucket)) > 0
	verdict := lib.statement(
		bucket.urn, "undetermined", "", "(unknown)", switches,
		"It is not known yet which bucket a public access block is about.",
	)
}

verdicts contains verdict if {
	not whole_account
	some bucket in aws.buckets
	count(aws.companions(blocks, bucket)) == 0
	count(aws.possible_companions(blocks, bucket)) == 0
	verdict := lib.statement(bucket.urn, "fail", "", [], switches, "Nothing blocks public access to the bucket.")
}

# The one switch of the other clouds.
single_switches := {
	"gcp:storage/bucket:Bucket": {"path": ["publicAccessPrevention"], "accepted": "enforced"},
	"azure-native:storage:StorageAccount": {"path": ["allowBlobPublicAccess"], "accepted": false},
}

verdicts contains verdict if {
	some type, switch in single_switches
	some store in lib.of_types([type])
	result := lib.status_of(store, switch.path, [switch.accepted])
	verdict := lib.verdict(store, result, switch.path, switch.accepted, message[result])
}

message := {
	"pass": "Public access to the bucket is blocked.",
	"fail": "Public access to the bucket is not blocked altogether.",
	"undetermined": "Whether public access to the bucket is blocked is not known yet.",
}
