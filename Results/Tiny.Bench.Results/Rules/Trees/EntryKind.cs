namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>What an entry of a tree is.</summary>
public enum EntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link; it is never followed.</summary>
    Link,
}
