"""The benchmark board: third-party cases answered by the code that codes the stream, one module a task."""
