package mlestate.controls.ret_03_test

import data.mlestate.controls.ret_03
import data.mlestate.fixture_test as fixture

audit := fixture.resource("aws:s3/bucketV2:BucketV2", "audit", {"bucket": "vision-dev-audit", "objectLockEnabled": true})

trail := fixture.resource("aws:cloudtrail/trail:Trail", "audit", {"s3BucketName": "vision-dev-audit"})

lock(retention) := fixture.resource("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "lock", {
	"bucket": "vision-dev-audit",
	"rule": {"defaultRetention": retention},
})

compliance := lock({"mode": "COMPLIANCE", "days": 400})

governance := lock({"mode": "GOVERNANCE", "years": 1})

statuses(resources, stage) := fixture.statuses(verdicts) if {
	verdicts := ret_03.verdicts with input as fixture.estate_of(resources, fixture.environment(stage))
}

test_allowed if statuses([audit, trail, compliance], "prod") == ["pass"]

test_governance_is_enough_outside_production if {
	statuses([audit, trail, governance], "dev") == ["pass"]
	statuses([audit, trail, governance], "prod") == ["fail"]
}

test_denied_without_lock if statuses([audit, trail], "dev") == ["fail"]

test_denied_without_retention if statuses([audit, trail, lock({"mode": "COMPLIANCE"})], "dev") == ["fail"]

test_denied_for_no_time if statuses([audit, trail, lock({"mode": "COMPLIANCE", "days": 0})], "dev") == ["fail"]

test_denied_without_trail if statuses([audit, compliance], "dev") == ["fail"]

test_unknown_mode if {
	unknown := fixture.unknown(lock({"mode": null, "days": 1}), ["rule.defaultRetention.mode"])
	statuses([audit, trail, unknown], "dev") == ["undetermined"]
}

test_unknown_days if {
	unknown := fixture.unknown(lock({"mode": "COMPLIANCE", "days": null}), ["rule.defaultRetention.days"])
	statuses([audit, trail, unknown], "dev") == ["undetermined"]
}

test_dependencies_decide_before_the_first_creation if {
	nameless_trail := fixture.resource("aws:cloudtrail/trail:Trail", "audit", {"s3BucketName": null})
	towards := fixture.depending(fixture.unknown(nameless_trail, ["s3BucketName"]), [fixture.nameless, fixture.key])
	nameless_lock := fixture.resource("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "lock", {
		"bucket": null,
		"rule": {"defaultRetention": {"mode": "COMPLIANCE", "days": 1}},
	})
	of_bucket := fixture.depending(fixture.unknown(nameless_lock, ["bucket"]), [fixture.nameless])
	statuses([fixture.nameless, fixture.key, towards, of_bucket], "prod") == ["pass"]
}

test_a_bucket_of_another_stack if statuses([trail], "dev") == ["undetermined"]

test_a_lock_of_one_of_two_buckets if {
	unsure := fixture.unknown(object.union(compliance, {"properties": {"bucket": null}}), ["bucket"])
	nameless_trail := fixture.resource("aws:cloudtrail/trail:Trail", "audit", {})
	towards := fixture.depending(nameless_trail, [fixture.nameless])
	one := fixture.depending(unsure, [fixture.nameless, fixture.nameless_logs])
	statuses([fixture.nameless, fixture.nameless_logs, towards, one], "dev") == ["undetermined"]
}

store(policy) := fixture.resource("gcp:storage/bucket:Bucket", "audit", {"retentionPolicy": policy})

sink(into) := fixture.depending(fixture.resource("gcp:logging/projectSink:ProjectSink", "audit", {}), [into])

on_gcp(stage, resources) := fixture.statuses(verdicts) if {
	estate := fixture.estate_of(resources, fixture.on("gcp", fixture.environment(stage)))
	verdicts := ret_03.verdicts with input as estate
}

unlocked := store({"retentionPeriod": 86400})

locked := store({"retentionPeriod": 86400, "isLocked": true})

test_gcp if {
	on_gcp("prod", [locked, sink(locked)]) == ["pass"]
	on_gcp("prod", [unlocked, sink(unlocked)]) == ["fail"]
	on_gcp("dev", [unlocked, sink(unlocked)]) == ["pass"]
	on_gcp("dev", [store({}), sink(store({}))]) == ["fail"]
	on_gcp("dev", [locked]) == ["fail"]
}

test_gcp_with_an_unknown_policy if {
	unknown := fixture.unknown(store({}), ["retentionPolicy"])
	on_gcp("prod", [unknown, sink(unknown)]) == ["undetermined"]
}

activity(into) := fixture.depending(fixture.resource("azure-native:insights:SubscriptionDiagnosticSetting", "activity", {}), into)

account(name, state) := fixture.resource("azure-native:storage:StorageAccount", name, {"immutableStorageWithVersioning": {"immutabilityPolicy": {
	"state": state,
	"immutabilityPeriodSinceCreationInDays": 400,
}}})

on_azure(resources) := fixture.statuses(verdicts) if {
	estate := fixture.estate_of(resources, fixture.on("azure", fixture.environment("prod")))
	verdicts := ret_03.verdicts with input as estate
}

test_azure_judges_the_trails_store_alone if {
	on_azure([account("audit", "Locked"), account("lake", "Disabled"), activity([account("audit", "Locked")])]) == ["pass"]
	on_azure([account("audit", "Unlocked"), activity([account("audit", "Unlocked")])]) == ["fail"]
}
