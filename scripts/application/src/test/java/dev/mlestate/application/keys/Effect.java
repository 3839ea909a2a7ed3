package dev.mlestate.application.keys;

/** By what a changed key acts, in the order in which they are looked at. */
enum Effect {
  PLAN,
  INVENTORY,
  ESTIMATE,
  FINDING,
  PROBLEM
}
