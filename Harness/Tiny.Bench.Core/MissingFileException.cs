namespace Tiny.Bench.Core;

/// <summary>A model, a data set or a suite file is not at hand: what is missing, where it was looked for, how to get it.</summary>
public sealed class MissingFileException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="what">What is missing: "model kws_ref_model.tflite".</param>
    /// <param name="lookedAt">Every place, in the order of the search, with the reason when a place was not usable.</param>
    /// <param name="howToGet">A sentence that tells the user what to do.</param>
    public MissingFileException(string what, IReadOnlyList<string> lookedAt, string howToGet)
        : base(what, $"not found.\n  Looked at: {string.Join("\n             ", lookedAt)}\n  {howToGet}")
    {
        LookedAt = lookedAt;
        HowToGet = howToGet;
    }

    /// <summary>Every place, in the order of the search.</summary>
    public IReadOnlyList<string> LookedAt { get; }

    /// <summary>What to do about it.</summary>
    public string HowToGet { get; }
}
