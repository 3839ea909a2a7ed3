# METADATA
# title: Joins between AWS resources
# description: >-
#   A bucket's policy, encryption and locks are resources of their own. Where the name by which they refer to
#   their bucket is known, it decides; before the first creation it often is not, and then the dependencies do.
package mlestate.lib.aws

import data.mlestate.lib

bucket_types := ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"]

buckets := lib.of_types(bucket_types)

bucket_by_urn := {bucket.urn: bucket | some bucket in buckets}

buckets_named[name] contains bucket.urn if {
	some bucket in buckets
	name := lib.property(bucket, ["bucket"])
	name != null
}

# URNs of the buckets that a resource can mean by one of its properties: one where it is certain.
referred_buckets(resource, key) := urns if {
	urns := buckets_named[lib.property(resource, [key])]
} else := {urn |
	some urn in resource.dependencies
	compatible(resource, key, bucket_by_urn[urn])
}

# A known name rules out the buckets whose known name differs.
compatible(resource, key, _) if lib.property(resource, [key]) == null

compatible(_, _, bucket) if lib.property(bucket, ["bucket"]) == null

companion_types := [
	"aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
	"aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
	"aws:s3/bucketPolicy:BucketPolicy",
	"aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
	"aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
	"aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
]

companion_buckets[companion.urn] := referred_buckets(companion, "bucket") if {
	some companion in lib.of_types(companion_types)
}

# The companions that certainly are the bucket's.
companions(types, bucket) := [companion |
	some companion in lib.of_types(types)
	urns := companion_buckets[companion.urn]
	urns[bucket.urn]
	count(urns) == 1
]

# The companions that may be the bucket's or another's.
possible_companions(types, bucket) := [companion |
	some companion in lib.of_types(types)
	urns := companion_buckets[companion.urn]
	urns[bucket.urn]
	count(urns) > 1
]
