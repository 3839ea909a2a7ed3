package mlestate.controls.enc_10_test

import data.mlestate.controls.enc_10
import data.mlestate.fixture_test as fixture

cluster(properties) := fixture.resource("aws:eks/cluster:Cluster", "train", properties)

encrypted(key) := cluster({"encryptionConfig": {"provider": {"keyArn": key}, "resources": ["secrets"]}})

unknown_key := fixture.unknown(encrypted(null), ["encryptionConfig.provider.keyArn"])

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := enc_10.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([encrypted("arn:aws:kms:us-east-1:1:key/a")]) == ["pass"]

test_denied if statuses([cluster({})]) == ["fail"]

test_denied_for_other_resources if {
	statuses([cluster({"encryptionConfig": {"provider": {"keyArn": "arn"}, "resources": []}})]) == ["fail"]
}

test_a_key_of_the_stack if statuses([fixture.key, fixture.depending(unknown_key, [fixture.key])]) == ["pass"]

test_unknown_key if statuses([unknown_key]) == ["undetermined"]

test_unknown_resources if {
	statuses([fixture.unknown(encrypted("arn"), ["encryptionConfig.resources[0]"])]) == ["undetermined"]
}

others(resource) := fixture.statuses(verdicts) if {
	verdicts := enc_10.verdicts with input as fixture.estate([resource])
}

gke(state) := fixture.resource("gcp:container/cluster:Cluster", "c", {"databaseEncryption": {"state": state, "keyName": "k"}})

test_gke if {
	others(gke("ENCRYPTED")) == ["pass"]
	others(gke("DECRYPTED")) == ["fail"]
}
