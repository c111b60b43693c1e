using System.Text.Json.Serialization;

namespace Tiny.Bench.Datasets.Catalog;

/// <summary>How an archive is packed.</summary>
public enum ArchiveFormat
{
    /// <summary><c>tar.gz</c></summary>
    [JsonStringEnumMemberName("tar.gz")]
    TarGz,

    /// <summary><c>zip</c></summary>
    [JsonStringEnumMemberName("zip")]
    Zip,
}
