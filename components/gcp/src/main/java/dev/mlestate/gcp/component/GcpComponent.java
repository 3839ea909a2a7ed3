package dev.mlestate.gcp.component;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Labels;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base of components on GCP: where they are, what they encrypt with, how they are labelled. */
public abstract class GcpComponent extends EstateComponent {
  /**
   * The longest id of what is named in lower-case letters, digits and underscores: Vertex AI's
   * feature groups, views and stores (google-beta provider 7.45.0, vertex_ai_feature_online_store,
   * read 2026-11-24).
   */
  private static final int LONGEST_UNDERSCORED = 60;

  private final GcpProject project;
  private final EncryptionKeys keys;

  /**
   * Registers the component itself.
   *
   * @param type token such as mlestate:gcp:DataLake
   */
  protected GcpComponent(String type, GcpBuilder<?, ?> builder) {
    super(type, builder);
    project = builder.project();
    keys = builder.keys();
  }

  protected final GcpProject project() {
    return project;
  }

  /** The tags in the form of labels. */
  protected final Map<String, String> labels() {
    return Labels.of(tags());
  }

  /** The id of the domain's key; empty where Google manages it. */
  protected final Optional<Output<String>> key(KeyDomain domain) {
    return keys.id(domain);
  }

  /**
   * Options of a child that is encrypted with the domain's key, which its service may use by now.
   */
  protected final CustomResourceOptions parentedEncrypted(KeyDomain domain, Resource... needed) {
    return parentedAfter(afterGrants(domain, needed));
  }

  /** The same for a child whose name stays when it is replaced. */
  protected final CustomResourceOptions parentedEncryptedDeleteFirst(
      KeyDomain domain, Resource... needed) {
    return parentedDeleteFirst(afterGrants(domain, needed));
  }

  private List<Resource> afterGrants(KeyDomain domain, Resource... needed) {
    List<Resource> all = new ArrayList<>(keys.grants(domain));
    all.addAll(List.of(needed));
    return all;
  }

  /** A name in letters, digits and underscores, as BigQuery and Vertex AI want it. */
  protected static String underscored(String name) {
    return Names.limited(LONGEST_UNDERSCORED, name).replace('-', '_');
  }
}
