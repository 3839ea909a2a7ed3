package mlestate.controls.enc_09_test

import data.mlestate.controls.enc_09
import data.mlestate.fixture_test as fixture

kind := "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"

configuration(bucket, default_encryption) := fixture.resource(kind, "sse", {
	"bucket": bucket,
	"rules": [{"applyServerSideEncryptionByDefault": default_encryption, "bucketKeyEnabled": true}],
})

with_key := configuration("vision-dev-raw", {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": "arn:aws:kms:us-east-1:1:key/a"})

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := enc_09.verdicts with input as fixture.estate(resources)
}

logging(bucket, target) := fixture.resource("aws:s3/bucketLoggingV2:BucketLoggingV2", "l", {"bucket": bucket, "targetBucket": target})

plain := {"sseAlgorithm": "AES256"}

key_path := "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"

test_allowed if statuses([fixture.bucket, with_key]) == ["pass"]

test_denied_with_s3s_own_key if statuses([fixture.bucket, configuration("vision-dev-raw", plain)]) == ["fail"]

test_denied_with_awss_key if {
	aws_key := {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": "alias/aws/s3"}
	statuses([fixture.bucket, configuration("vision-dev-raw", aws_key)]) == ["fail"]
}

test_denied_without_configuration if statuses([fixture.bucket]) == ["fail"]

test_denied_without_rules if {
	statuses([fixture.bucket, fixture.resource(kind, "sse", {"bucket": "vision-dev-raw", "rules": []})]) == ["fail"]
}

test_no_bucket_no_verdict if statuses([with_key]) == []

test_a_key_of_the_stack_passes_before_it_exists if {
	unknown := fixture.unknown(configuration(null, {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": null}), ["bucket", key_path])
	one := fixture.depending(unknown, [fixture.nameless, fixture.key])
	statuses([fixture.nameless, fixture.key, one]) == ["pass"]
}

test_an_unknown_key_is_undetermined if {
	one := fixture.unknown(configuration("vision-dev-raw", {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": null}), [key_path])
	statuses([fixture.bucket, one]) == ["undetermined"]
}

test_unknown_rules_are_undetermined if statuses([fixture.bucket, fixture.unknown(with_key, ["rules"])]) == ["undetermined"]

test_an_unknown_algorithm_is_undetermined if {
	path := "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"
	statuses([fixture.bucket, fixture.unknown(with_key, [path])]) == ["undetermined"]
}

test_a_configuration_of_one_of_two_buckets_is_undetermined if {
	one := fixture.depending(fixture.unknown(configuration(null, plain), ["bucket"]), [fixture.nameless, fixture.nameless_logs])
	statuses([fixture.nameless, fixture.nameless_logs, one]) == ["undetermined", "undetermined"]
}

test_a_target_of_access_logs_may_use_s3s_own_key if {
	statuses([fixture.logs, configuration("vision-dev-logs", plain), logging("vision-dev-raw", "vision-dev-logs")]) == ["pass"]
}

test_a_possible_target_of_access_logs_is_undetermined if {
	nowhere := fixture.unknown(logging(null, null), ["bucket", "targetBucket"])
	one := fixture.depending(nowhere, [fixture.nameless, fixture.nameless_logs])
	plain_logs := fixture.depending(fixture.unknown(configuration(null, plain), ["bucket"]), [fixture.nameless_logs])
	"undetermined" in statuses([fixture.nameless, fixture.nameless_logs, plain_logs, one])
}

test_the_logged_bucket_is_not_the_target if {
	towards_unknown := fixture.unknown(logging("vision-dev-raw", null), ["targetBucket"])
	one := fixture.depending(towards_unknown, [fixture.bucket, fixture.nameless_logs])
	statuses([fixture.bucket, configuration("vision-dev-raw", plain), fixture.nameless_logs, one]) == ["fail", "fail"]
}

others(resources) := fixture.statuses(verdicts) if {
	verdicts := enc_09.verdicts with input as fixture.estate(resources)
}

gcs(properties) := fixture.resource("gcp:storage/bucket:Bucket", "raw", properties)

account(properties) := fixture.resource("azure-native:storage:StorageAccount", "raw", properties)

test_gcs if {
	others([gcs({"encryption": {"defaultKmsKeyName": "projects/p/k"}})]) == ["pass"]
	others([gcs({})]) == ["fail"]
	others([fixture.unknown(gcs({}), ["encryption"])]) == ["undetermined"]
}

test_storage_account if {
	own := {"keySource": "Microsoft.Keyvault", "keyVaultProperties": {"keyName": "data"}}
	others([account({"encryption": own})]) == ["pass"]
	others([account({"encryption": {"keySource": "Microsoft.Storage"}})]) == ["fail"]
}
