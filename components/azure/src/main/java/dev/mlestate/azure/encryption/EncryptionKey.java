package dev.mlestate.azure.encryption;

import com.pulumi.core.Output;
import java.util.Optional;

/**
 * A key in a vault.
 *
 * @param vaultId resource id of the vault; empty for a key that the company has, which the
 *     environment file names by its URL
 * @param vaultUri such as https://vision-dev.vault.azure.net
 * @param name of the key in the vault
 * @param uri without a version: what follows rotation by itself
 * @param versionedUri with its present version, for services that must be told one
 * @param identity that may use it
 */
public record EncryptionKey(
    Optional<Output<String>> vaultId,
    Output<String> vaultUri,
    Output<String> name,
    Output<String> uri,
    Output<String> versionedUri,
    KeyIdentity identity) {}
