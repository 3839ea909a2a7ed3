package dev.mlestate.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mlestate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Brings up a whole machine-learning estate from one environment file.",
      "",
      "Every command here works offline and without an account: the cloud is simulated. For a real cloud run"
          + " the same program with the Pulumi CLI: cd stacks/estate && pulumi up --stack prod-aws."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  mlestate validate environments/dev-aws.yaml   every problem of the file, with line and remedy",
      "  mlestate preview environments/dev-aws.yaml    what would change, what it breaks, what it costs",
      "  mlestate up environments/dev-aws.yaml         bring it up; again: nothing changes",
      "  mlestate preview --json environments/dev-aws.yaml > preview.json",
      "  mlestate destroy --yes environments/dev-aws.yaml",
      "  mlestate up --program FOLDER                  any Pulumi program in Java, on simulated clouds",
      "",
      "Exit codes (Pulumi's):",
      "  0 ok   1 other   2 configuration   3 authentication   4 resource   5 policy",
      "  6 stack not found   8 cancelled   9 timeout   255 internal",
      "",
      "Environment variables:",
      "  MLESTATE_STATE              where state lies; default: .mlestate beside the environment file",
      "  PULUMI_DEBUG_PROVIDERS      name:port,… of running providers for --program",
      "  MLESTATE_SIMULATED_ACCOUNT  the account of a simulated cloud at its first use",
      "  PULUMI_CONFIG_PASSPHRASE    encrypts secrets in the state; default: a key file beside the state",
      "  NO_COLOR                    no colours"
    })
final class RootCommand {}
