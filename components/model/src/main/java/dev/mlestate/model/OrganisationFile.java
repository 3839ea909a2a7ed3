package dev.mlestate.model;

import dev.mlestate.problem.Places;

/**
 * An organisation.yaml that was read.
 *
 * @param places where its keys stand
 */
public record OrganisationFile(Organisation organisation, Places places) {}
