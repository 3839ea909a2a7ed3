package mlestate.controls.net_17_test

import data.mlestate.controls.net_17
import data.mlestate.fixture_test as fixture

on := {"blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}

block(properties) := fixture.resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "b", properties)

account(properties) := fixture.resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "a", properties)

named := {"bucket": "vision-dev-raw"}

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := net_17.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([fixture.bucket, block(object.union(on, named))]) == ["pass"]

test_allowed_by_the_account if statuses([fixture.bucket, account(on)]) == ["pass"]

test_denied_without_block if statuses([fixture.bucket]) == ["fail"]

test_denied_by_half_a_block if {
	statuses([fixture.bucket, block(object.union(object.union(on, named), {"blockPublicPolicy": false}))]) == ["fail"]
}

test_denied_when_the_account_blocks_half if statuses([fixture.bucket, account(object.remove(on, ["ignorePublicAcls"]))]) == ["fail"]

test_the_dependency_decides if {
	one := fixture.depending(fixture.unknown(block(on), ["bucket"]), [fixture.nameless])
	statuses([fixture.nameless, one]) == ["pass"]
}

test_unknown_switch if {
	one := fixture.unknown(block(object.union(on, named)), ["ignorePublicAcls"])
	statuses([fixture.bucket, one]) == ["undetermined"]
}

test_a_block_of_one_of_two_buckets if {
	one := fixture.depending(fixture.unknown(block(on), ["bucket"]), [fixture.nameless, fixture.nameless_logs])
	statuses([fixture.nameless, fixture.nameless_logs, one]) == ["undetermined", "undetermined"]
}

test_gcs if {
	verdicts := net_17.verdicts with input as fixture.estate([
		fixture.resource("gcp:storage/bucket:Bucket", "a", {"publicAccessPrevention": "enforced"}),
		fixture.resource("gcp:storage/bucket:Bucket", "b", {}),
	])
	fixture.statuses(verdicts) == ["fail", "pass"]
}
