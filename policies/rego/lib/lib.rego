# METADATA
# title: Known, unknown and secret values
# description: >-
#   What every rule needs to tell a resolved value from one that is not known yet, and the shape of a verdict.
#   Paths are lists of keys and indices, such as ["rules", 0, "id"].
package mlestate.lib

# The text of a path as unknownPaths writes it: rules[0].id, tags["a.b"]
path_text(segments) := trim_prefix(concat("", [piece(segment) | some segment in segments]), ".")

piece(segment) := concat("", [".", segment]) if {
	is_string(segment)
	not quoted(segment)
}

piece(segment) := concat("", ["[\"", replace(replace(segment, `\`, `\\`), `"`, `\"`), "\"]"]) if {
	is_string(segment)
	quoted(segment)
}

quoted("")

quoted(key) if {
	some mark in [".", "[", "]", `"`]
	contains(key, mark)
}

piece(segment) := concat("", ["[", format_int(segment, 10), "]"]) if is_number(segment)

covers(above, text) if above == text

covers(above, text) if startswith(text, concat("", [above, "."]))

covers(above, text) if startswith(text, concat("", [above, "["]))

# The value itself, or something that holds it, is not known yet.
unknown(resource, segments) if {
	count(resource.unknownPaths) > 0
	text := path_text(segments)
	some path in resource.unknownPaths
	covers(path, text)
}

withheld(resource, segments) if {
	count(resource.secretPaths) > 0
	text := path_text(segments)
	some path in resource.secretPaths
	covers(path, text)
}

# Nobody can judge the value: it is not known yet, or withheld.
unresolved(resource, segments) if unknown(resource, segments)

unresolved(resource, segments) if withheld(resource, segments)

# The value or a part of it cannot be judged.
partly_unresolved(resource, segments) if unresolved(resource, segments)

partly_unresolved(resource, segments) if {
	text := path_text(segments)
	some path in array.concat(resource.unknownPaths, resource.secretPaths)
	covers(text, path)
}

# Null where the value is absent or unresolved.
property(resource, segments) := object.get(resource.properties, segments, null)

elements(resource, segments) := value if {
	value := property(resource, segments)
	is_array(value)
} else := []

# pass if the value is one of those accepted; a null among them stands for an absent value.
status_of(resource, segments, accepted) := "undetermined" if {
	unresolved(resource, segments)
} else := "pass" if {
	property(resource, segments) in accepted
} else := "fail"

# One status for several: a failure outweighs what is not known, and that outweighs a pass.
worst(statuses) := "fail" if {
	"fail" in statuses
} else := "undetermined" if {
	"undetermined" in statuses
} else := "pass" if {
	count(statuses) > 0
} else := "undetermined"

# The opposite, for demands that one of several can meet; fail where there is none.
best(statuses) := "pass" if {
	"pass" in statuses
} else := "undetermined" if {
	"undetermined" in statuses
} else := "fail"

# What a verdict shows as the actual value.
shown(resource, segments) := "(unknown)" if {
	unknown(resource, segments)
} else := "(secret)" if {
	withheld(resource, segments)
} else := property(resource, segments)

verdict(resource, status, segments, expected, msg) := {
	"urn": resource.urn,
	"status": status,
	"path": path_text(segments),
	"actual": shown(resource, segments),
	"expected": expected,
	"msg": msg,
}

# A verdict whose actual value is no single property.
statement(urn, status, path, actual, expected, msg) := {
	"urn": urn,
	"status": status,
	"path": path,
	"actual": actual,
	"expected": expected,
	"msg": msg,
}

# What verdicts on the whole stack are about.
stack := urn if {
	urn := input.by_type["pulumi:pulumi:Stack"][0].urn
} else := "stack"

of_types(types) := [resource |
	some type in types
	some resource in object.get(input.by_type, type, [])
]

# What organisation.yaml allows the environment's stage; undefined where it says nothing of it.
limits := input.organisation.environments[input.environment.environment]

# The lower of the organisation's cap and what the environment tightens it to.
tightened(cap, own) := min([cap, own]) if is_number(own)

tightened(cap, own) := cap if not is_number(own)

key_types := [
	"aws:kms/key:Key",
	"aws:kms/replicaKey:ReplicaKey",
	"aws:kms/externalKey:ExternalKey",
	"aws:kms/alias:Alias",
	"gcp:kms/cryptoKey:CryptoKey",
	"azure-native:keyvault:Key",
]

keys[resource.urn] := resource if some resource in of_types(key_types)

depends_on_key(resource) if {
	some urn in resource.dependencies
	keys[urn]
}

# Whether a property names a key that the customer manages. Its id is not known before the key exists, but a
# reference to a key of the same stack is: the cloud's own keys are no resources of a stack.
key_status(resource, segments) := "pass" if {
	unknown(resource, segments)
	depends_on_key(resource)
} else := "undetermined" if {
	unresolved(resource, segments)
} else := "fail" if {
	property(resource, segments) in [null, ""]
} else := "fail" if {
	contains(property(resource, segments), "alias/aws/")
} else := "pass"
