package mlestate.fixture_test

# A resource as the evaluator hands it to the rules, with everything known.
resource(type, name, properties) := {
	"type": type,
	"urn": $"urn:pulumi:dev::estate::{type}::{name}",
	"name": name,
	"properties": properties,
	"unknownPaths": [],
	"secretPaths": [],
	"dependencies": [],
	"source": "preview",
}

unknown(base, paths) := object.union(base, {"unknownPaths": paths})

secret(base, paths) := object.union(base, {"secretPaths": paths})

depending(base, others) := object.union(base, {"dependencies": [other.urn | some other in others]})

organisation := {
	"name": "example",
	"mandatoryTags": ["owner", "team"],
	"environments": {
		"dev": {"maxNodesPerPool": 8, "maxNodes": 20, "gpuHoursPerMonth": 1000, "monthlyUsd": 5000},
		"prod": {"maxNodesPerPool": 32, "maxNodes": 100, "gpuHoursPerMonth": 20000, "monthlyUsd": 120000},
	},
}

environment(stage) := {"estate": "vision", "environment": stage, "cloud": "aws", "clusters": []}

# The same on another cloud.
on(cloud, environment_record) := object.union(environment_record, {"cloud": cloud})

estate(resources) := estate_of(resources, environment("dev"))

estate_of(resources, environment_record) := {
	"resources": resources,
	"by_type": {type: [one | some one in resources; one.type == type] | some type in {one.type | some one in resources}},
	"environment": environment_record,
	"organisation": organisation,
	"now": "2026-11-23T00:00:00Z",
}

statuses(verdicts) := [verdict.status | some verdict in verdicts]

bucket := resource("aws:s3/bucketV2:BucketV2", "raw", {"bucket": "vision-dev-raw"})

logs := resource("aws:s3/bucketV2:BucketV2", "logs", {"bucket": "vision-dev-logs"})

# Buckets whose names the provider will choose.
nameless := resource("aws:s3/bucketV2:BucketV2", "raw", {})

nameless_logs := resource("aws:s3/bucketV2:BucketV2", "logs", {})

key := resource("aws:kms/key:Key", "data", {"enableKeyRotation": true})
