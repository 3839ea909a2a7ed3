package mlestate.controls.iam_10_test

import data.mlestate.controls.iam_10
import data.mlestate.fixture_test as fixture

template(properties) := fixture.resource("aws:ec2/launchTemplate:LaunchTemplate", "gpu", properties)

notebook(properties) := fixture.resource("aws:sagemaker/notebookInstance:NotebookInstance", "n", properties)

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := iam_10.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([template({"metadataOptions": {"httpTokens": "required"}})]) == ["pass"]

test_denied if statuses([template({"metadataOptions": {"httpTokens": "optional"}})]) == ["fail"]

test_denied_by_default if statuses([template({})]) == ["fail"]

test_unknown if statuses([fixture.unknown(template({"metadataOptions": null}), ["metadataOptions"])]) == ["undetermined"]

test_notebook if {
	version := "minimumInstanceMetadataServiceVersion"
	statuses([notebook({"instanceMetadataServiceConfiguration": {version: "2"}})]) == ["pass"]
	statuses([notebook({"instanceMetadataServiceConfiguration": {version: "1"}})]) == ["fail"]
}
