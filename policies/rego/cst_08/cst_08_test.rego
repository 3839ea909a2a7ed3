package mlestate.controls.cst_08_test

import data.mlestate.controls.cst_08
import data.mlestate.fixture_test as fixture

tagged(tags) := fixture.resource("aws:ec2/vpc:Vpc", "main", {"tags": tags})

verdicts(resources) := found if {
	found := cst_08.verdicts with input as fixture.estate(resources)
}

statuses(resources) := fixture.statuses(verdicts(resources))

test_allowed if statuses([tagged({"owner": "a@example.com", "team": "ads"})]) == ["pass"]

test_denied if statuses([tagged({"owner": "a@example.com"})]) == ["fail"]

test_denied_without_tags if statuses([fixture.resource("aws:ec2/vpc:Vpc", "main", {})]) == ["fail"]

test_denied_when_empty if statuses([tagged({"owner": "a@example.com", "team": ""})]) == ["fail"]

test_names_what_is_missing if {
	some verdict in verdicts([tagged({"colour": "blue"})])
	verdict.msg == "Tags are missing: owner, team."
	verdict.actual == ["colour"]
}

test_unknown_tag if {
	statuses([fixture.unknown(tagged({"owner": null, "team": "ads"}), ["tags.owner"])]) == ["undetermined"]
}

test_unknown_tags if statuses([fixture.unknown(tagged(null), ["tags"])]) == ["undetermined"]

test_a_missing_tag_outweighs_an_unknown_one if {
	statuses([fixture.unknown(tagged({"owner": null}), ["tags.owner"])]) == ["fail"]
}

test_types_without_tags_are_not_judged if statuses([fixture.resource("aws:iam/rolePolicy:RolePolicy", "p", {})]) == []
