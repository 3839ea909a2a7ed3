package dev.mlestate.azure.identity;

/**
 * Roles that Azure has in every subscription (Azure RBAC documentation, "Azure built-in roles";
 * Microsoft.Authorization/roleDefinitions). None may hand out roles.
 */
public enum BuiltInRole {
  READER("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7"),
  KEY_VAULT_READER("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2"),
  KEY_VAULT_CONTRIBUTOR("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395"),
  KEY_VAULT_CRYPTO_USER("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424"),
  KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER(
      "Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6"),
  KEY_VAULT_SECRETS_USER("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6"),
  KEY_VAULT_SECRETS_OFFICER("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"),
  NETWORK_CONTRIBUTOR("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7"),
  PRIVATE_DNS_ZONE_CONTRIBUTOR(
      "Private DNS Zone Contributor", "b12aa53e-6015-4669-85d0-8515ebb3ae7f"),
  MANAGED_IDENTITY_OPERATOR("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830"),
  STORAGE_BLOB_DATA_READER("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"),
  STORAGE_BLOB_DATA_CONTRIBUTOR(
      "Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
  STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR(
      "Storage File Data Privileged Contributor", "69566ab7-960f-475b-8e7c-b3118f30c6bd"),
  REDIS_CACHE_CONTRIBUTOR("Redis Cache Contributor", "e0f68234-74aa-48ed-b826-c38b57376e17"),
  ACR_PULL("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d"),
  ACR_PUSH("AcrPush", "8311e382-0749-4cb8-b61a-304f252e45ec"),
  AZUREML_DATA_SCIENTIST("AzureML Data Scientist", "f6c7c914-8db3-469d-8ca1-694a8f32e121"),
  AZUREML_REGISTRY_USER("AzureML Registry User", "1823dd4f-9b8c-4ab6-ab4e-7397a3684615"),
  AZUREML_METRICS_WRITER(
      "AzureML Metrics Writer (preview)", "635dd51f-9968-44d3-b7fb-6d9a6bd613ae"),
  NETWORK_CONNECTION_APPROVER(
      "Azure AI Enterprise Network Connection Approver", "b556d68e-0be0-4f35-a333-ad7ee1ce17ea"),
  MONITORING_METRICS_PUBLISHER(
      "Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb"),
  LOG_ANALYTICS_READER("Log Analytics Reader", "73c42c96-874c-492b-b04d-ab87d138a893"),
  AKS_CLUSTER_USER(
      "Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f"),
  AKS_RBAC_READER("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db"),
  AKS_RBAC_WRITER("Azure Kubernetes Service RBAC Writer", "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb"),
  AKS_RBAC_ADMIN("Azure Kubernetes Service RBAC Admin", "3498e952-d568-435e-9b2c-8d77e338d7f7"),
  AKS_RBAC_CLUSTER_ADMIN(
      "Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b");

  private final String title;
  private final String guid;

  BuiltInRole(String title, String guid) {
    this.title = title;
    this.guid = guid;
  }

  /** The role's name as the portal shows it. */
  public String title() {
    return title;
  }

  /** The name of its role definition. */
  public String guid() {
    return guid;
  }
}
