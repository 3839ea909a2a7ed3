package mlestate.controls.tls_01_test

import data.mlestate.controls.tls_01
import data.mlestate.fixture_test as fixture

arn := "arn:aws:s3:::vision-dev-raw"

denial := {
	"Effect": "Deny",
	"Principal": "*",
	"Action": "s3:*",
	"Resource": [arn, $"{arn}/*"],
	"Condition": {"Bool": {"aws:SecureTransport": "false"}},
}

policy(document) := fixture.resource("aws:s3/bucketPolicy:BucketPolicy", "p", {"bucket": "vision-dev-raw", "policy": document})

of_statement(statement) := policy(json.marshal({"Version": "2012-10-17", "Statement": [statement]}))

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := tls_01.verdicts with input as fixture.estate(resources)
}

changed(change) := statuses([fixture.bucket, of_statement(object.union(denial, change))])

conditioned(condition) := statuses([fixture.bucket, of_statement(changed_denial)]) if {
	changed_denial := object.union(object.remove(denial, ["Condition"]), {"Condition": condition})
}

test_allowed if statuses([fixture.bucket, of_statement(denial)]) == ["pass"]

test_allowed_as_object if statuses([fixture.bucket, policy({"Statement": denial})]) == ["pass"]

test_allowed_in_other_words if {
	changed({"Principal": {"AWS": "*"}, "Action": ["*"], "Resource": "*"}) == ["pass"]
	conditioned({"Bool": {"aws:securetransport": [false]}}) == ["pass"]
}

test_denied_without_policy if statuses([fixture.bucket]) == ["fail"]

test_denied_when_it_allows if changed({"Effect": "Allow"}) == ["fail"]

test_denied_for_one_principal_only if changed({"Principal": {"AWS": "arn:aws:iam::1:root"}}) == ["fail"]

test_denied_for_one_action_only if changed({"Action": "s3:GetObject"}) == ["fail"]

test_denied_for_the_objects_only if changed({"Resource": $"{arn}/*"}) == ["fail"]

test_denied_when_the_condition_is_narrower if {
	changed({"Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}) == ["fail"]
}

test_denied_when_the_condition_is_the_opposite if conditioned({"Bool": {"aws:SecureTransport": "true"}}) == ["fail"]

test_denied_when_it_is_no_json if statuses([fixture.bucket, policy("no document")]) == ["fail"]

test_unknown if statuses([fixture.bucket, fixture.unknown(policy(null), ["policy"])]) == ["undetermined"]

test_a_policy_of_one_of_two_buckets if {
	unsure := fixture.unknown(of_statement(denial), ["bucket"])
	nameless := object.union(object.remove(unsure, ["properties"]), {"properties": {"bucket": null, "policy": "{}"}})
	one := fixture.depending(nameless, [fixture.nameless, fixture.nameless_logs])
	statuses([fixture.nameless, fixture.nameless_logs, one]) == ["undetermined", "undetermined"]
}

account(version) := fixture.resource("azure-native:storage:StorageAccount", "a", {"minimumTlsVersion": version})

test_storage_account if {
	allowed := tls_01.verdicts with input as fixture.estate([account("TLS1_2")])
	denied := tls_01.verdicts with input as fixture.estate([account("TLS1_0")])
	fixture.statuses(allowed) == ["pass"]
	fixture.statuses(denied) == ["fail"]
}
