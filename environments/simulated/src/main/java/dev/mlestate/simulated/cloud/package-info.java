/**
 * One simulated cloud for all providers: what a cloud is like comes from its {@link
 * dev.mlestate.simulated.cloud.CloudProfile}.
 *
 * <p>{@link dev.mlestate.simulated.cloud.SimulatedCloud} checks inputs against the schema, compares
 * them, makes ids and outputs, keeps the record and refuses what the cloud refuses. A new cloud
 * needs a package of its own with
 *
 * <ul>
 *   <li>a profile: how the provider's arguments are read ({@code settings}), its schema ({@code
 *       schema}; types and properties that the SDK lacks come from a {@link
 *       dev.mlestate.simulated.schema.SpecifiedSchema} over it), the scope of an id, automatic
 *       names, the forms of references, places in outputs that only this cloud has, its functions,
 *       and what stays after a deletion ({@code remainder}) and keeps its name taken ({@code
 *       takenByRemainder});
 *   <li>tables beside the profile: outputs.tsv (type, property, template; see {@link
 *       dev.mlestate.simulated.cloud.Template}), references.tsv (type, property, target type, the
 *       answer when it is missing, the answer when the target is deleted while in use) and
 *       duplicates.tsv (type, answer), in {@link dev.mlestate.simulated.cloud.CloudTables};
 *   <li>value rules ({@code check}), replacement rules ({@link
 *       dev.mlestate.simulated.diff.Replacements}) and what counts as the same ({@link
 *       dev.mlestate.simulated.diff.InputFlags});
 *   <li>in {@code admit} and {@code admitDeletion} what no table can say, such as a grant that must
 *       be there before the key is used;
 *   <li>a façade like {@code SimulatedAws} that opens a {@code SimulatedAccount}.
 * </ul>
 */
@NullMarked
package dev.mlestate.simulated.cloud;

import org.jspecify.annotations.NullMarked;
