package dev.mlestate.azure.encryption;

import com.pulumi.azurenative.keyvault.enums.KeyRotationPolicyActionType;
import com.pulumi.azurenative.keyvault.inputs.ActionArgs;
import com.pulumi.azurenative.keyvault.inputs.KeyRotationPolicyAttributesArgs;
import com.pulumi.azurenative.keyvault.inputs.LifetimeActionArgs;
import com.pulumi.azurenative.keyvault.inputs.RotationPolicyArgs;
import com.pulumi.azurenative.keyvault.inputs.TriggerArgs;

/**
 * When a key gets a new version. A version expires some days after the next one is there, so that
 * whoever follows by hand has the time (Key Vault documentation, "Configure cryptographic key
 * auto-rotation": expiry at the least 28 days after creation; general knowledge, not read).
 */
final class KeyRotation {
  /** Days between a rotation and the expiry of what it replaced. */
  private static final int GRACE_DAYS = 30;

  private KeyRotation() {}

  static RotationPolicyArgs every(int days) {
    return RotationPolicyArgs.builder()
        .attributes(
            KeyRotationPolicyAttributesArgs.builder()
                .expiryTime("P" + (days + GRACE_DAYS) + "D")
                .build())
        .lifetimeActions(
            LifetimeActionArgs.builder()
                .action(ActionArgs.builder().type(KeyRotationPolicyActionType.Rotate).build())
                .trigger(TriggerArgs.builder().timeAfterCreate("P" + days + "D").build())
                .build(),
            LifetimeActionArgs.builder()
                .action(ActionArgs.builder().type(KeyRotationPolicyActionType.Notify).build())
                .trigger(TriggerArgs.builder().timeBeforeExpiry("P" + GRACE_DAYS + "D").build())
                .build())
        .build();
  }
}
