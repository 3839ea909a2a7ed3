# Finds a JDK of at least Java 17 and a Maven, for the scripts beside this folder.
# Sets: java_home, java_major, maven. Sourced, never run; expects $root to be the checkout.

minimum_java=17

# Prints the version of the JDK in folder $1; fails when there is no compiler in it. Every JDK says in a file what it is; to ask
# the compiler takes a third of a second.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  version=
  [ ! -r "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9.]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9.]*\).*/\1/p')
  echo "$version"
}

# Prints the major version of the JDK in folder $1; fails when there is no compiler in it.
jdk_major() {
  major=$(jdk_version "$1") && echo "${major%%.*}"
}

is_usable_jdk() {
  found_major=$(jdk_major "$1") && [ -n "$found_major" ] && [ "$found_major" -ge "$minimum_java" ]
}

# The first usable JDK: JAVA_HOME, the one on PATH, then the system's usual folders, lowest version first.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_usable_jdk "$JAVA_HOME"; then
    java_home=$JAVA_HOME
    return 0
  fi
  if on_path=$(command -v javac 2>/dev/null); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    candidate=${on_path%/bin/javac}
    if is_usable_jdk "$candidate"; then
      java_home=$candidate
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk* \
    /usr/local/opt/openjdk*; do
    if is_usable_jdk "$candidate"; then
      java_home=$candidate
      return 0
    fi
  done
  return 1
}

# The line that installs a JDK here; empty where no package manager is known. Debian 13 and Fedora 42 have no
# Java 17 any more, only later ones.
jdk_install_line() {
  if command -v apt-get >/dev/null 2>&1; then
    echo "apt-get update -q && { apt-get install -y -q openjdk-17-jdk-headless || apt-get install -y -q default-jdk-headless; }"
  elif command -v dnf >/dev/null 2>&1; then
    echo "dnf install -y java-17-openjdk-devel || dnf install -y java-latest-openjdk-devel"
  elif command -v apk >/dev/null 2>&1; then
    echo "apk add openjdk17-jdk"
  elif command -v zypper >/dev/null 2>&1; then
    echo "zypper --non-interactive install java-17-openjdk-devel"
  elif command -v brew >/dev/null 2>&1; then
    echo "brew install openjdk@17"
  fi
}

install_jdk() {
  line=$(jdk_install_line)
  if [ -z "$line" ]; then
    echo "mlestate needs a JDK of Java $minimum_java or later, and knows no package manager here that has one." >&2
    echo "Install one and set JAVA_HOME to its folder." >&2
    return 1
  fi
  case $line in
    brew*) runner=sh ;;
    *)
      if [ "$(id -u)" = 0 ]; then
        runner=sh
      elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        runner="sudo sh"
      else
        echo "mlestate needs a JDK of Java $minimum_java or later. Install one with:" >&2
        echo "  sudo sh -c '$line'" >&2
        return 1
      fi
      ;;
  esac
  echo "mlestate: no JDK of Java $minimum_java or later found; installing one: $line" >&2
  $runner -c "$line" >&2
}

find_maven() {
  if command -v mvn >/dev/null 2>&1; then
    maven=mvn
  else
    maven=$root/mvnw
  fi
}

find_toolchain() {
  if ! find_jdk; then
    install_jdk && find_jdk || {
      echo "mlestate: there is still no usable JDK; nothing was built." >&2
      exit 1
    }
  fi
  java_major=$(jdk_major "$java_home")
  JAVA_HOME=$java_home
  export JAVA_HOME
  find_maven
}
