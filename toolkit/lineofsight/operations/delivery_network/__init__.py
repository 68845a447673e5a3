"""The delivery network: dock, pick waves and routes after two depots have been made one."""
