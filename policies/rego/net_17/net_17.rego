# METADATA
# scope: package
# title: Buckets are never public
# description: >-
#   All four switches of S3's public access block are on, for each bucket or for the whole account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#     description: Blocking public access to your Amazon S3 storage
# custom:
#   id: NET-17
#   severity: critical
#   clouds: [aws]
#   frameworks:
#     cis-aws: [3.1.4]
#   remediation: >-
#     Give the bucket a BucketPublicAccessBlock with blockPublicAcls, blockPublicPolicy, ignorePublicAcls and
#     restrictPublicBuckets true.
#   input_kinds:
#     - aws:s3/bucketV2:BucketV2
#     - aws:s3/bucket:Bucket
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

message := {
	"pass": "Public access to the bucket is blocked.",
	"fail": "Public access to the bucket is not blocked altogether.",
	"undetermined": "Whether public access to the bucket is blocked is not known yet.",
}
