package mlestate.lib_test

import data.mlestate.fixture_test as fixture
import data.mlestate.lib

subject := fixture.unknown(
	fixture.secret(fixture.resource("t", "n", {"a": {"b": [1, null]}, "c": null, "d": null}), ["d"]),
	["a.b[1]", "c", "cc"],
)

test_path_text if lib.path_text(["rules", 0, "id"]) == "rules[0].id"

test_path_text_of_nothing if lib.path_text([]) == ""

test_path_text_of_quoted_keys if {
	lib.path_text(["tags", "a.b"]) == `tags["a.b"]`
	lib.path_text(["tags", ""]) == `tags[""]`
	lib.path_text(["tags", `a"\`, "c"]) == `tags["a\"\\"].c`
}

test_unknown_value if lib.unknown(subject, ["a", "b", 1])

test_known_value if not lib.unknown(subject, ["a", "b", 0])

test_below_an_unknown_value if lib.unknown(subject, ["c", "x"])

test_element_of_an_unknown_list if lib.unknown(subject, ["c", 0])

test_a_name_that_only_begins_alike if not lib.unknown(subject, ["ccc"])

test_partly_unknown if lib.partly_unresolved(subject, ["a"])

test_partly_unknown_itself if lib.partly_unresolved(subject, ["c"])

test_secret_is_unresolved if lib.unresolved(subject, ["d"])

test_elements if lib.elements(subject, ["a", "b"]) == [1, null]

test_elements_of_no_list if lib.elements(subject, ["a"]) == []

test_status_of_unknown if lib.status_of(subject, ["c"], [null]) == "undetermined"

test_status_of_secret if lib.status_of(subject, ["d"], [null]) == "undetermined"

test_status_of_absent if lib.status_of(subject, ["e"], [true, null]) == "pass"

test_status_of_wrong if lib.status_of(subject, ["e"], [true]) == "fail"

test_worst if {
	lib.worst(["pass", "undetermined", "fail"]) == "fail"
	lib.worst(["pass", "undetermined"]) == "undetermined"
	lib.worst(["pass"]) == "pass"
	lib.worst([]) == "undetermined"
}

test_best if {
	lib.best(["fail", "undetermined", "pass"]) == "pass"
	lib.best(["fail", "undetermined"]) == "undetermined"
	lib.best(["fail"]) == "fail"
	lib.best([]) == "fail"
}

test_shown if {
	lib.shown(subject, ["c"]) == "(unknown)"
	lib.shown(subject, ["d"]) == "(secret)"
	lib.shown(subject, ["a", "b", 0]) == 1
}

test_stack if {
	lib.stack == "stack" with input as fixture.estate([])
	root := fixture.resource("pulumi:pulumi:Stack", "estate-dev", {})
	lib.stack == root.urn with input as fixture.estate([root])
}

test_tightened if {
	lib.tightened(8, 4) == 4
	lib.tightened(8, 16) == 8
	lib.tightened(8, null) == 8
}
