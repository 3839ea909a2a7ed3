package mlestate.lib.aws_test

import data.mlestate.fixture_test as fixture
import data.mlestate.lib
import data.mlestate.lib.aws

policies := ["aws:s3/bucketPolicy:BucketPolicy"]

policy(properties) := fixture.resource(policies[0], "p", properties)

without_name := fixture.unknown(policy({"bucket": null}), ["bucket"])

test_a_known_name_decides if {
	named := fixture.depending(policy({"bucket": "vision-dev-logs"}), [fixture.bucket, fixture.logs])
	estate := fixture.estate([fixture.bucket, fixture.logs, named])
	aws.companions(policies, fixture.logs) == [named] with input as estate
	aws.companions(policies, fixture.bucket) == [] with input as estate
}

test_the_dependency_decides_where_the_name_is_unknown if {
	one := fixture.depending(without_name, [fixture.key, fixture.nameless])
	estate := fixture.estate([fixture.nameless, fixture.nameless_logs, fixture.key, one])
	aws.companions(policies, fixture.nameless) == [one] with input as estate
	aws.companions(policies, fixture.nameless_logs) == [] with input as estate
	aws.possible_companions(policies, fixture.nameless_logs) == [] with input as estate
}

test_two_dependencies_are_not_certain if {
	one := fixture.depending(without_name, [fixture.nameless, fixture.nameless_logs])
	estate := fixture.estate([fixture.nameless, fixture.nameless_logs, one])
	aws.companions(policies, fixture.nameless) == [] with input as estate
	aws.possible_companions(policies, fixture.nameless) == [one] with input as estate
}

test_a_known_name_rules_out_a_bucket_of_another_name if {
	one := fixture.depending(policy({"bucket": "chosen-by-aws"}), [fixture.bucket, fixture.nameless_logs])
	estate := fixture.estate([fixture.bucket, fixture.nameless_logs, one])
	aws.companions(policies, fixture.nameless_logs) == [one] with input as estate
	aws.companions(policies, fixture.bucket) == [] with input as estate
}

keyed(properties) := fixture.resource("aws:eks/cluster:Cluster", "c", properties)

test_key_status if {
	estate := fixture.estate([fixture.key])
	lib.key_status(keyed({"k": "arn:aws:kms:us-east-1:1:key/a"}), ["k"]) == "pass" with input as estate
	lib.key_status(keyed({"k": "alias/aws/s3"}), ["k"]) == "fail" with input as estate
	lib.key_status(keyed({"k": ""}), ["k"]) == "fail" with input as estate
	lib.key_status(keyed({}), ["k"]) == "fail" with input as estate
	lib.key_status(fixture.unknown(keyed({"k": null}), ["k"]), ["k"]) == "undetermined" with input as estate
	lib.key_status(fixture.secret(keyed({"k": null}), ["k"]), ["k"]) == "undetermined" with input as estate
}

test_a_reference_to_a_key_of_the_stack_is_a_customers_key if {
	referring := fixture.depending(fixture.unknown(keyed({"k": null}), ["k"]), [fixture.key])
	lib.key_status(referring, ["k"]) == "pass" with input as fixture.estate([fixture.key])
	lib.key_status(referring, ["k"]) == "undetermined" with input as fixture.estate([])
}
