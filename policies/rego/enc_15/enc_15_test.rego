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
