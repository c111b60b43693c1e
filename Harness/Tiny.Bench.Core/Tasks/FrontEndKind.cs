using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Tasks;

/// <summary>What turns a wav file into the real values of an input.</summary>
public enum FrontEndKind
{
    /// <summary><c>mfcc</c>: that of kws01, 49 frames of 10 coefficients of one second.</summary>
    [JsonStringEnumMemberName("mfcc")]
    Mfcc,

    /// <summary><c>log-mel</c>: that of ad01, frames of 128 energies in decibels.</summary>
    [JsonStringEnumMemberName("log-mel")]
    LogMel,

    /// <summary><c>filter-bank</c>: that of sww01, frames of 40 values from 0 to 1.</summary>
    [JsonStringEnumMemberName("filter-bank")]
    FilterBank,
}
