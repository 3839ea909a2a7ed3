# METADATA
# scope: package
# title: Buckets are encrypted with a customer-managed key
# description: >-
#   Every bucket, or storage account, is encrypted by default with a key that the customer manages. A bucket that
#   receives S3's own access logs is the exception: S3 delivers them only to buckets with SSE-S3.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
#     description: Server-side encryption with AWS KMS keys
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
#     description: What the target of access logs may be encrypted with
#   - ref: https://cloud.google.com/storage/docs/encryption/customer-managed-keys
#     description: Customer-managed encryption keys of Cloud Storage
#   - ref: https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview
#     description: Customer-managed keys for Azure Storage encryption
# custom:
#   id: ENC-09
#   severity: high
#   clouds: [aws, gcp, azure]
#   frameworks:
#     hipaa: [164.312(a)(2)(iv)]
#     gdpr: ["32"]
#     pci-dss-4: [3.5.1]
#   remediation: >-
#     Give the bucket a BucketServerSideEncryptionConfigurationV2 with sseAlgorithm aws:kms and the kmsMasterKeyId
#     of a key of your own; on GCP the bucket's encryption.defaultKmsKeyName; on Azure the account's encryption with
#     keySource Microsoft.Keyvault and the key.
#   input_kinds:
#     - aws:s3/bucketV2:BucketV2
#     - aws:s3/bucket:Bucket
#     - gcp:storage/bucket:Bucket
#     - azure-native:storage:StorageAccount
#   presence: false
package mlestate.controls.enc_09

import data.mlestate.lib
import data.mlestate.lib.aws

configurations := [
	"aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
	"aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
]

expected := "aws:kms with a customer-managed key"

by_default := "applyServerSideEncryptionByDefault"

# The buckets that each access logging may deliver to.
log_targets contains urns if {
	some logging in lib.of_types(["aws:s3/bucketLoggingV2:BucketLoggingV2", "aws:s3/bucketLogging:BucketLogging"])
	targets := aws.referred_buckets(logging, "targetBucket")
	subjects := aws.referred_buckets(logging, "bucket")
	urns := unless_certain(targets, subjects)
}

# The logged bucket is seldom its own target: where the target is one of two, the known one is not it.
unless_certain(targets, subjects) := targets - subjects if {
	count(targets) > 1
	count(subjects) == 1
} else := targets

receives_logs(bucket) if {
	some urns in log_targets
	urns == {bucket.urn}
}

may_receive_logs(bucket) if {
	some urns in log_targets
	urns[bucket.urn]
}

algorithm(i) := ["rules", i, by_default, "sseAlgorithm"]

key(i) := ["rules", i, by_default, "kmsMasterKeyId"]

rule_status(configuration, i) := "undetermined" if {
	lib.unresolved(configuration, algorithm(i))
} else := lib.key_status(configuration, key(i)) if {
	lib.property(configuration, algorithm(i)) in ["aws:kms", "aws:kms:dsse"]
} else := "fail"

status(configuration) := "undetermined" if {
	lib.unresolved(configuration, ["rules"])
} else := lib.worst([rule_status(configuration, i) | some i, _ in lib.elements(configuration, ["rules"])]) if {
	count(lib.elements(configuration, ["rules"])) > 0
} else := "fail"

managed_by_s3(configuration) if {
	lib.property(configuration, ["rules", 0, by_default, "sseAlgorithm"]) == "AES256"
}

verdicts contains verdict if {
	some bucket in aws.buckets
	some configuration in aws.companions(configurations, bucket)
	result := status(configuration)
	not excepted(bucket, configuration)
	verdict := lib.statement(
		bucket.urn, result, lib.path_text(key(0)), lib.shown(configuration, key(0)),
		expected, message[result],
	)
}

excepted(bucket, configuration) if {
	managed_by_s3(configuration)
	may_receive_logs(bucket)
}

verdicts contains verdict if {
	some bucket in aws.buckets
	some configuration in aws.companions(configurations, bucket)
	excepted(bucket, configuration)
	receives_logs(bucket)
	verdict := lib.statement(
		bucket.urn, "pass", lib.path_text(algorithm(0)), "AES256", "AES256",
		"The bucket receives access logs, which S3 delivers only to buckets with SSE-S3.",
	)
}

verdicts contains verdict if {
	some bucket in aws.buckets
	some configuration in aws.companions(configurations, bucket)
	excepted(bucket, configuration)
	not receives_logs(bucket)
	verdict := lib.statement(
		bucket.urn, "undetermined", lib.path_text(algorithm(0)), "AES256", expected,
		"It is not known yet whether the bucket is the one that receives access logs.",
	)
}

verdicts contains verdict if {
	some bucket in aws.buckets
	count(aws.companions(configurations, bucket)) == 0
	count(aws.possible_companions(configurations, bucket)) > 0
	verdict := lib.statement(
		bucket.urn, "undetermined", "", "(unknown)", expected,
		"It is not known yet which bucket an encryption configuration is about.",
	)
}

verdicts contains verdict if {
	some bucket in aws.buckets
	count(aws.companions(configurations, bucket)) == 0
	count(aws.possible_companions(configurations, bucket)) == 0
	verdict := lib.statement(
		bucket.urn, "fail", "", null, expected,
		"The bucket has no encryption configuration of its own.",
	)
}

verdicts contains verdict if {
	some bucket in lib.of_types(["gcp:storage/bucket:Bucket"])
	path := ["encryption", "defaultKmsKeyName"]
	result := lib.key_status(bucket, path)
	verdict := lib.verdict(bucket, result, path, "a customer-managed key", message[result])
}

account_status(account) := lib.worst([
	lib.status_of(account, ["encryption", "keySource"], ["Microsoft.Keyvault"]),
	lib.key_status(account, ["encryption", "keyVaultProperties", "keyName"]),
])

verdicts contains verdict if {
	some account in lib.of_types(["azure-native:storage:StorageAccount"])
	result := account_status(account)
	verdict := lib.verdict(account, result, ["encryption", "keySource"], "Microsoft.Keyvault with a key", message[result])
}

message := {
	"pass": "The bucket is encrypted with a customer-managed key.",
	"fail": "The bucket is not encrypted with a customer-managed key.",
	"undetermined": "The bucket's key or algorithm is not known yet.",
}
