using System.Text.Json.Serialization;

namespace Tiny.Bench.Datasets.Catalog;

/// <summary>What an item is, and so under which folder of the cache it lies.</summary>
public enum CatalogItemKind
{
    /// <summary><c>model</c>: a .tflite file, under <c>models</c>.</summary>
    [JsonStringEnumMemberName("model")]
    Model,

    /// <summary><c>dataset</c>: inputs that a task runs on as they are, under <c>datasets</c>.</summary>
    [JsonStringEnumMemberName("dataset")]
    Dataset,

    /// <summary><c>source</c>: what inputs are made from, under <c>sources</c>.</summary>
    [JsonStringEnumMemberName("source")]
    Source,
}
