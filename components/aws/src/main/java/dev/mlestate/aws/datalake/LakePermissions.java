package dev.mlestate.aws.datalake;

import com.pulumi.aws.glue.CatalogDatabase;
import com.pulumi.aws.lakeformation.Permissions;
import com.pulumi.aws.lakeformation.PermissionsArgs;
import com.pulumi.aws.lakeformation.inputs.PermissionsDataLocationArgs;
import com.pulumi.aws.lakeformation.inputs.PermissionsDatabaseArgs;
import com.pulumi.aws.lakeformation.inputs.PermissionsTableArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.storage.SecureBucket;
import java.util.ArrayList;
import java.util.List;

/** One grant in one zone, as Lake Formation wants it: one permission for each kind of thing. */
final class LakePermissions {
  private LakePermissions() {}

  static List<Permissions> create(
      String name,
      LakeGrant grant,
      SecureBucket bucket,
      CatalogDatabase database,
      CustomResourceOptions options) {
    List<Permissions> permissions = new ArrayList<>();
    permissions.add(
        new Permissions(
            name + "-database",
            to(grant)
                .permissions(grant.access().onDatabase())
                .database(PermissionsDatabaseArgs.builder().name(database.name()).build())
                .build(),
            options));
    permissions.add(
        new Permissions(
            name + "-tables",
            to(grant)
                .permissions(grant.access().onTables())
                .table(
                    PermissionsTableArgs.builder()
                        .databaseName(database.name())
                        .wildcard(true)
                        .build())
                .build(),
            options));
    if (grant.access().makesTables()) {
      permissions.add(
          new Permissions(
              name + "-location",
              to(grant)
                  .permissions("DATA_LOCATION_ACCESS")
                  .dataLocation(PermissionsDataLocationArgs.builder().arn(bucket.arn()).build())
                  .build(),
              options));
    }
    return permissions;
  }

  /**
   * What IAM itself must allow beside (Lake Formation Developer Guide, "Lake Formation personas and
   * IAM permissions reference"; general knowledge, not read). Which data it is, Lake Formation
   * decides.
   */
  static PolicyDocument askForData(AwsAccount account, LakeGrant grant, List<String> databases) {
    List<String> resources = new ArrayList<>();
    resources.add(account.arn("glue", "catalog"));
    for (String database : databases) {
      resources.add(account.arn("glue", "database/" + database));
      resources.add(account.arn("glue", "table/" + database + "/*"));
    }
    String[] arns = resources.toArray(String[]::new);
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.allow("ReadCatalog")
            .actions(
                "glue:GetDatabase",
                "glue:GetDatabases",
                "glue:GetPartition",
                "glue:GetPartitions",
                "glue:GetTable",
                "glue:GetTables")
            .resources(arns));
    if (grant.access() != LakeAccess.DESCRIBE) {
      // The action takes no narrower resource.
      statements.add(
          Statement.allow("GetData").actions("lakeformation:GetDataAccess").resources("*"));
    }
    if (grant.access().makesTables()) {
      statements.add(
          Statement.allow("ChangeCatalog")
              .actions(
                  "glue:BatchCreatePartition",
                  "glue:BatchDeletePartition",
                  "glue:CreateTable",
                  "glue:DeleteTable",
                  "glue:UpdatePartition",
                  "glue:UpdateTable")
              .resources(arns));
    }
    return new PolicyDocument(statements);
  }

  private static PermissionsArgs.Builder to(LakeGrant grant) {
    return PermissionsArgs.builder().principal(grant.role().arn());
  }
}
