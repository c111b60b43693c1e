using CsvHelper.Configuration.Attributes;

namespace Tiny.Bench.Results.Records;

/// <summary>What a system answered to one sample: a line of an <see cref="AnswerFile"/>.</summary>
public sealed record SampleAnswer
{
    /// <summary>The sample's file, as the list names it.</summary>
    [Name("file")]
    public required string File { get; init; }

    /// <summary>The right class, from 0.</summary>
    [Name("class")]
    public required int ClassIndex { get; init; }

    /// <summary>The class with the highest score, -1 when there is none; null for an anomaly task.</summary>
    [Name("top1")]
    public int? TopOne { get; init; }

    /// <summary>Anomaly score; null for a classifier.</summary>
    [Name("score")]
    public double? Score { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 over the raw outputs: equal when no bit differs.</summary>
    [Name("output")]
    public required string Output { get; init; }
}
