package dev.mlestate.gcp.datalake;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Connection;
import com.pulumi.gcp.bigquery.ConnectionIamMember;
import com.pulumi.gcp.bigquery.ConnectionIamMemberArgs;
import com.pulumi.gcp.bigquery.DatasetIamMember;
import com.pulumi.gcp.bigquery.DatasetIamMemberArgs;
import com.pulumi.gcp.dataplex.ZoneIamMember;
import com.pulumi.gcp.dataplex.ZoneIamMemberArgs;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.project.GcpProject;

/** Grants, each as a role on the narrowest thing that takes it. */
final class LakeGrants {
  private final GcpProject project;
  private final CustomResourceOptions options;

  LakeGrants(GcpProject project, CustomResourceOptions options) {
    this.project = project;
    this.options = options;
  }

  /** In one zone. */
  void inZone(String name, LakeGrant grant, LakeZone zone) {
    LakeAccess access = grant.access();
    access
        .onBucket()
        .ifPresent(
            role ->
                zone.bucket().grant(name + "-objects", role, Output.of(grant.member()), options));
    new DatasetIamMember(
        name + "-tables",
        DatasetIamMemberArgs.builder()
            .datasetId(zone.dataset().datasetId())
            .role(access.onDataset())
            .member(grant.member())
            .build(),
        options);
    new ZoneIamMember(
        name + "-catalog",
        ZoneIamMemberArgs.builder()
            .location(project.region())
            .lake(zone.zone().lake())
            .dataplexZone(zone.zone().name())
            .role(access.onZone())
            .member(grant.member())
            .build(),
        options);
  }

  /** Beside the zones. */
  void beside(String name, LakeGrant grant, Connection connection) {
    grant
        .access()
        .onConnection()
        .ifPresent(
            role ->
                new ConnectionIamMember(
                    name + "-connection",
                    ConnectionIamMemberArgs.builder()
                        .location(project.region())
                        .connectionId(connection.connectionId())
                        .role(role)
                        .member(grant.member())
                        .build(),
                    options));
    for (String role : grant.access().onProject()) {
      new IAMMember(
          name + "-" + role.substring("roles/".length()).replace('.', '-'),
          IAMMemberArgs.builder().project(project.id()).role(role).member(grant.member()).build(),
          options);
    }
  }
}
