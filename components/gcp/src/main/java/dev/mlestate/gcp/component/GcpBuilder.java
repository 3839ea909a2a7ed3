package dev.mlestate.gcp.component;

import com.pulumi.resources.ProviderResource;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.RawType;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of every component on GCP has.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract class GcpBuilder<T, B extends GcpBuilder<T, B>> extends ComponentBuilder<T, B> {
  private @Nullable GcpProject project;
  private @Nullable Providers providers;
  private EncryptionKeys keys = EncryptionKeys.providerManaged();

  protected GcpBuilder(String name) {
    super(name);
  }

  /** Project and region. Required. */
  public B project(GcpProject value) {
    project = value;
    return self();
  }

  /** Of the plugin's later versions. Required by components that use what the SDK lacks. */
  public B providers(Providers value) {
    providers = value;
    return self();
  }

  /** Keys of what is stored. Default: keys that Google manages. */
  public B keys(EncryptionKeys value) {
    keys = value;
    return self();
  }

  public final GcpProject project() {
    return required(project, "project");
  }

  public final EncryptionKeys keys() {
    return keys;
  }

  /** The provider of the version that carries the type. */
  public final ProviderResource carrying(RawType type) {
    return required(providers, "providers").carrying(type);
  }
}
