# METADATA
# scope: package
# title: Buckets refuse plaintext connections
# description: >-
#   Every bucket's policy denies all actions on the bucket and its objects to anybody who comes without TLS; a
#   storage account of Azure takes HTTPS alone, with TLS 1.2 at the least. Cloud Storage has no such switch.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#     description: Enforce encryption of data in transit
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
#     description: Require secure transfer to ensure secure connections
# custom:
#   id: TLS-01
#   severity: high
#   clouds: [aws, azure]
#   frameworks:
#     cis-aws: [3.1.1]
#     cis-azure: [9.3.4]
#     hipaa: [164.312(e)(1)]
#     pci-dss-4: [4.2.1]
#     nist-800-53: [SC-8]
#   remediation: >-
#     Add a statement to the bucket's policy that denies s3:* on the bucket and on all its objects to every
#     principal where aws:SecureTransport is false; on Azure set enableHttpsTrafficOnly to true and
#     minimumTlsVersion to TLS1_2.
#   input_kinds:
#     - aws:s3/bucketV2:BucketV2
#     - aws:s3/bucket:Bucket
#     - azure-native:storage:StorageAccount
#   presence: false
package mlestate.controls.tls_01

import data.mlestate.lib
import data.mlestate.lib.aws

policies := ["aws:s3/bucketPolicy:BucketPolicy"]

expected := "Deny s3:* where aws:SecureTransport is false"

as_list(value) := value if is_array(value)

as_list(value) := [value] if not is_array(value)

# The property is a document in JSON, or the document itself.
document(policy) := json.unmarshal(text) if {
	text := lib.property(policy, ["policy"])
	is_string(text)
	json.is_valid(text)
}

document(policy) := value if {
	value := lib.property(policy, ["policy"])
	is_object(value)
}

everybody(statement) if statement.Principal == "*"

everybody(statement) if "*" in as_list(statement.Principal.AWS)

every_action(statement) if {
	some action in as_list(statement.Action)
	lower(action) in ["s3:*", "*"]
}

whole_bucket(statement) if "*" in as_list(statement.Resource)

whole_bucket(statement) if {
	some objects in as_list(statement.Resource)
	endswith(objects, "/*")
	trim_suffix(objects, "/*") in as_list(statement.Resource)
}

# A further condition would narrow the denial, so this one stands alone.
without_tls(statement) if {
	count(statement.Condition) == 1
	some operator, keys in statement.Condition
	operator in ["Bool", "BoolIfExists"]
	count(keys) == 1
	some name, value in keys
	lower(name) == "aws:securetransport"
	as_list(value) in [["false"], [false]]
}

refuses_plaintext(policy) if {
	some statement in as_list(document(policy).Statement)
	statement.Effect == "Deny"
	everybody(statement)
	every_action(statement)
	whole_bucket(statement)
	without_tls(statement)
}

status(policy) := "undetermined" if {
	lib.partly_unresolved(policy, ["policy"])
} else := "pass" if {
	refuses_plaintext(policy)
} else := "fail"

verdicts contains verdict if {
	some bucket in aws.buckets
	found := aws.companions(policies, bucket)
	count(found) > 0
	result := lib.best([status(policy) | some policy in found])
	verdict := lib.statement(bucket.urn, result, "policy", actual[result], expected, message[result])
}

verdicts contains verdict if {
	some bucket in aws.buckets
	count(aws.companions(policies, bucket)) == 0
	count(aws.possible_companions(policies, bucket)) > 0
	verdict := lib.statement(
		bucket.urn, "undetermined", "policy", "(unknown)", expected,
		"It is not known yet which bucket a policy is about.",
	)
}

verdicts contains verdict if {
	some bucket in aws.buckets
	count(aws.companions(policies, bucket)) == 0
	count(aws.possible_companions(policies, bucket)) == 0
	verdict := lib.statement(bucket.urn, "fail", "policy", null, expected, "The bucket has no policy.")
}

# Secure transfer is what ARM assumes; a minimum below TLS 1.2 must be named to hold.
account_status(account) := lib.worst([
	lib.status_of(account, ["enableHttpsTrafficOnly"], [true, null]),
	lib.status_of(account, ["minimumTlsVersion"], ["TLS1_2", "TLS1_3"]),
])

verdicts contains verdict if {
	some account in lib.of_types(["azure-native:storage:StorageAccount"])
	result := account_status(account)
	verdict := lib.verdict(account, result, ["minimumTlsVersion"], "TLS1_2 over HTTPS alone", account_message[result])
}

account_message := {
	"pass": "The account takes HTTPS with TLS 1.2 alone.",
	"fail": "The account takes connections without TLS 1.2.",
	"undetermined": "Which connections the account takes is not known yet.",
}

actual := {
	"pass": expected,
	"fail": "no such statement",
	"undetermined": "(unknown)",
}

message := {
	"pass": "The bucket's policy refuses connections without TLS.",
	"fail": "The bucket's policy does not refuse connections without TLS.",
	"undetermined": "The bucket's policy is not known yet.",
}
