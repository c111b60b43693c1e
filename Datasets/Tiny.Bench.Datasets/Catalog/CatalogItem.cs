namespace Tiny.Bench.Datasets.Catalog;

/// <summary>Something official that a task needs: what it is, where its publisher has it, and how to know it.</summary>
public sealed record CatalogItem
{
    /// <summary>Name to ask for it: letters, digits, dots, hyphens and underscores; unique.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required CatalogItemKind Kind { get; init; }

    /// <summary>The tasks that it serves, at least one.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Where it lies under the folder of its kind: a file, or a folder for an archive and for a list.</summary>
    public required string Target { get; init; }

    /// <summary>Where it is published; null for what no single address has, which can be known but not fetched.</summary>
    public Uri? Url { get; init; }

    /// <summary>Size of what the address gives; null when it is published nowhere.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 of what the address gives, 64 lower-case hexadecimal digits; null when it is published nowhere.</summary>
    public string? Sha256 { get; init; }

    /// <summary>MD5 of it, 32 lower-case hexadecimal digits, where the publisher gives nothing better: guards against damage, not against a forger.</summary>
    public string? Md5 { get; init; }

    /// <summary>Set when the address gives an archive, which is unpacked.</summary>
    public ArchiveLayout? Archive { get; init; }

    /// <summary>Set for a folder of inputs.</summary>
    public ListFacts? List { get; init; }

    /// <summary>What lies in it.</summary>
    public required string Layout { get; init; }

    /// <summary>Under which terms its publisher gives it.</summary>
    public required string Licence { get; init; }

    /// <summary>Where these facts stand, and which fact stands nowhere.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it becomes a folder.</summary>
    public bool IsFolder => Archive is not null || List is not null;
}
