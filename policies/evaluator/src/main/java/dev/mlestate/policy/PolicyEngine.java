package dev.mlestate.policy;

/** Judges an inventory. Every implementation gives the same report for the same input. */
public interface PolicyEngine {
  PolicyReport evaluate(PolicyInput input);
}
