package mlestate.controls.enc_15_test

import data.mlestate.controls.enc_15
import data.mlestate.fixture_test as fixture

key(properties) := fixture.resource("aws:kms/key:Key", "k", properties)

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := enc_15.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([fixture.key]) == ["pass"]

test_denied if statuses([key({"enableKeyRotation": false})]) == ["fail"]

test_denied_by_default if statuses([key({})]) == ["fail"]

test_unknown if statuses([fixture.unknown(key({"enableKeyRotation": null}), ["enableKeyRotation"])]) == ["undetermined"]

test_asymmetric_keys_cannot_rotate if statuses([key({"customerMasterKeySpec": "RSA_2048"})]) == []

test_signing_keys_cannot_rotate if statuses([key({"keyUsage": "SIGN_VERIFY"})]) == []

test_symmetric_keys_can if {
	statuses([key({"customerMasterKeySpec": "SYMMETRIC_DEFAULT", "keyUsage": "ENCRYPT_DECRYPT"})]) == ["fail"]
}

others(resource) := fixture.statuses(verdicts) if {
	verdicts := enc_15.verdicts with input as fixture.estate([resource])
}

gcp(properties) := fixture.resource("gcp:kms/cryptoKey:CryptoKey", "k", properties)

azure(properties) := fixture.resource("azure-native:keyvault:Key", "k", {"properties": properties})

test_gcp if {
	others(gcp({"rotationPeriod": "7776000s"})) == ["pass"]
	others(gcp({})) == ["fail"]
	others(gcp({"purpose": "ASYMMETRIC_SIGN"})) == []
	others(fixture.unknown(gcp({}), ["rotationPeriod"])) == ["undetermined"]
}

test_azure if {
	others(azure({"rotationPolicy": {"lifetimeActions": [{"action": {"type": "Rotate"}}]}})) == ["pass"]
	others(azure({})) == ["fail"]
	others(fixture.unknown(azure({}), ["properties.rotationPolicy"])) == ["undetermined"]
}
