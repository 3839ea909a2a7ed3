# METADATA
# title: The catalogue of controls
# description: >-
#   What the evaluator knows of each rule, taken from the rules' own metadata. Input: opa inspect -a -f json.
package mlestate.build

catalogue := [object.union(
	annotations.custom,
	{
		"title": annotations.title,
		"description": annotations.description,
		"relatedResources": [{"ref": resource.ref, "description": resource.description} |
			some resource in annotations.related_resources
		],
		"entrypoint": concat("/", [part.value | some i, part in path; i > 0]),
	},
) |
	some name in sort([document.path[3].value | some document in documents])
	some document in documents
	document.path[3].value == name
	annotations := document.annotations
	path := array.concat(document.path, [{"value": "verdicts"}])
]

documents := [document |
	some document in input.annotations
	document.annotations.scope == "package"
	document.path[2].value == "controls"
	document.annotations.custom.id
]
