# METADATA
# scope: package
# title: Nobody can delete the audit trail
# description: >-
#   What keeps the audit trail has a retention that keeps every object for days: an object lock of the trail's bucket
#   on AWS, a retention policy of the log sink's bucket on GCP, immutable versions in the storage account of the
#   diagnostic settings on Azure; in production one that nobody can lift. A stack without a trail has no audit trail to
#   keep, and fails.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#     description: Locking objects with Object Lock
#   - ref: https://cloud.google.com/storage/docs/bucket-lock
#     description: Bucket Lock
#   - ref: https://learn.microsoft.com/azure/storage/blobs/immutable-storage-overview
#     description: Store business-critical blob data with immutable storage
# custom:
#   id: RET-03
#   severity: high
#   clouds: [aws, gcp, azure]
#   frameworks:
#     pci-dss-4: [10.3.4]
#   remediation: >-
#     Create the trail's bucket with objectLockEnabled and give it a BucketObjectLockConfigurationV2 with a default
#     retention in days, in mode COMPLIANCE for production; on GCP give the sink's bucket a retentionPolicy, isLocked
#     for production; on Azure the account an immutabilityPolicy, Locked for production.
#   input_kinds:
#     - aws:cloudtrail/trail:Trail
#     - gcp:logging/projectSink:ProjectSink
#     - azure-native:insights:SubscriptionDiagnosticSetting
#   presence: true
package mlestate.controls.ret_03

import data.mlestate.lib
import data.mlestate.lib.aws

trails := lib.of_types(["aws:cloudtrail/trail:Trail"])

locks := [
	"aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
	"aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
]

retention := ["rule", "defaultRetention"]

modes := ["COMPLIANCE"] if {
	input.environment.environment == "prod"
} else := ["COMPLIANCE", "GOVERNANCE"]

expected := {"mode": modes, "days": "at least 1"}

positive(lock, unit) := "undetermined" if {
	lib.unresolved(lock, array.concat(retention, [unit]))
} else := "pass" if {
	lib.property(lock, array.concat(retention, [unit])) > 0
} else := "fail"

status(lock) := lib.worst([
	lib.status_of(lock, array.concat(retention, ["mode"]), modes),
	lib.best([positive(lock, "days"), positive(lock, "years")]),
])

# The trail's bucket is certain where it is one.
targets[trail.urn] := aws.referred_buckets(trail, "s3BucketName") if some trail in trails

audit_buckets := {urn | some urns in targets; count(urns) == 1; some urn in urns}

verdicts contains verdict if {
	some urn in audit_buckets
	found := aws.companions(locks, aws.bucket_by_urn[urn])
	count(found) > 0
	result := lib.worst([status(lock) | some lock in found])
	verdict := lib.statement(
		urn, result, lib.path_text(retention), lib.shown(found[0], retention), expected,
		message[result],
	)
}

verdicts contains verdict if {
	some urn in audit_buckets
	bucket := aws.bucket_by_urn[urn]
	count(aws.companions(locks, bucket)) == 0
	result := without_lock(bucket)
	verdict := lib.statement(urn, result, lib.path_text(retention), actual[result], expected, message[result])
}

without_lock(bucket) := "undetermined" if {
	count(aws.possible_companions(locks, bucket)) > 0
} else := "fail"

actual := {"fail": null, "undetermined": "(unknown)"}

# A trail into a bucket of another stack, or one that is not certain, cannot be judged here.
verdicts contains verdict if {
	some trail in trails
	count(targets[trail.urn]) != 1
	verdict := lib.verdict(
		trail, "undetermined", ["s3BucketName"], expected,
		"Which bucket the trail writes to is not known, or the bucket is not part of this stack.",
	)
}

verdicts contains lib.statement(
	lib.stack, "fail", "aws:cloudtrail/trail:Trail", null, expected,
	"The stack has no trail, so there is no audit bucket.",
) if {
	input.environment.cloud == "aws"
	count(trails) == 0
}

# On the other clouds the lock is a part of the store itself.
production if input.environment.environment == "prod"

store_types := {
	"gcp": "gcp:storage/bucket:Bucket",
	"azure": "azure-native:storage:StorageAccount",
}

trail_types := {
	"gcp": "gcp:logging/projectSink:ProjectSink",
	"azure": "azure-native:insights:SubscriptionDiagnosticSetting",
}

locking := {
	"gcp": {
		"days": ["retentionPolicy", "retentionPeriod"],
		"lock": ["retentionPolicy", "isLocked"],
		"locked": [true],
	},
	"azure": {
		"days": ["immutableStorageWithVersioning", "immutabilityPolicy", "immutabilityPeriodSinceCreationInDays"],
		"lock": ["immutableStorageWithVersioning", "immutabilityPolicy", "state"],
		"locked": ["Locked"],
	},
}

# A trail's store is the one that it depends on; which one it writes to is often not known before it exists.
stores(cloud) := {store.urn: store |
	some trail in lib.of_types([trail_types[cloud]])
	some urn in trail.dependencies
	some store in lib.of_types([store_types[cloud]])
	store.urn == urn
}

keeps(store, rule) := "undetermined" if {
	lib.unresolved(store, rule.days)
} else := "pass" if {
	lib.property(store, rule.days) > 0
} else := "fail"

unlifted(store, rule) := lib.status_of(store, rule.lock, rule.locked) if {
	production
} else := "pass"

verdicts contains verdict if {
	cloud := input.environment.cloud
	rule := locking[cloud]
	some store in stores(cloud)
	result := lib.worst([keeps(store, rule), unlifted(store, rule)])
	verdict := lib.verdict(store, result, rule.lock, rule.locked[0], message[result])
}

verdicts contains lib.statement(
	lib.stack, "fail", trail_types[cloud], null, "a locked store for the audit trail",
	"Nothing writes an audit trail to a store of the stack.",
) if {
	cloud := input.environment.cloud
	locking[cloud]
	count(stores(cloud)) == 0
}

message := {
	"pass": "Nobody can delete the audit bucket's objects before their time.",
	"fail": "The audit bucket's objects can be deleted before their time.",
	"undetermined": "Whether the audit bucket is locked is not known yet.",
}
