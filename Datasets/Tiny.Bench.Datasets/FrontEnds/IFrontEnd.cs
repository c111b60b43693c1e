namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>What turns sound at 16 kHz into the features that a task's model hears.</summary>
/// <remarks>Any number of threads may use one instance.</remarks>
public interface IFrontEnd
{
    /// <summary>Values of a frame.</summary>
    int ValuesPerFrame { get; }

    /// <summary>Fewest samples that give a frame.</summary>
    int LeastSamples { get; }

    /// <summary>Frames that so many samples give; 0 when they are fewer than <see cref="LeastSamples"/>.</summary>
    int FrameCount(int samples);

    /// <summary>The features of a sound, frame after frame.</summary>
    /// <param name="samples">One channel at <see cref="FrontEnd.SampleRate"/>.</param>
    /// <returns>Frames x <see cref="ValuesPerFrame"/> finite values.</returns>
    /// <exception cref="ArgumentException">There are fewer samples than <see cref="LeastSamples"/>.</exception>
    float[] Compute(ReadOnlySpan<short> samples);
}
