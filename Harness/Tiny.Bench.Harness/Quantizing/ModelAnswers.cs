using Tiny.Bench.Core;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Harness.Quantizing;

/// <summary>How well a model does on samples given as real numbers: a classifier by its highest score, an autoencoder by how badly it gives its input back.</summary>
public sealed record ModelAnswers
{
    /// <summary>For each sample of a classifier, whether its highest score is that of its class; null for an autoencoder.</summary>
    public IReadOnlyList<bool>? Correct { get; private init; }

    /// <summary>For each sample of an autoencoder, the mean over its inputs of the mean squared error; null for a classifier.</summary>
    public IReadOnlyList<double>? Scores { get; private init; }

    /// <summary>Area under the ROC curve of <see cref="Scores"/>; null unless both classes occur.</summary>
    public double? Auc { get; private init; }

    /// <summary>Runs a model on all samples.</summary>
    /// <param name="model">A model with as many outputs as inputs is an autoencoder.</param>
    /// <param name="samples">Samples of its input length.</param>
    /// <param name="progress">Called after each sample.</param>
    /// <param name="cancellationToken">Ends the run between two inferences.</param>
    /// <exception cref="DatasetException">A classifier has not as many outputs as its list has classes.</exception>
    public static ModelAnswers Of(
        RealInterpreter model, IReadOnlyList<RealSample> samples, Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        bool isAutoencoder = model.OutputLength == model.InputLength;
        var correct = new List<bool>();
        var scores = new List<double>();
        foreach (RealSample sample in samples)
        {
            if (isAutoencoder)
                scores.Add(sample.Inputs.Average(input => Error(model, input.Span, cancellationToken)));
            else
                correct.Add(Classify(model, sample, cancellationToken));
            progress?.Invoke(correct.Count + scores.Count);
        }

        return isAutoencoder
            ? new ModelAnswers { Scores = scores, Auc = Core.Metrics.Auc.Of([.. scores], [.. samples.Select(sample => sample.Sample.ClassIndex == 1)]) }
            : new ModelAnswers { Correct = correct };
    }

    private static bool Classify(RealInterpreter model, RealSample sample, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (model.OutputLength != sample.Sample.ClassCount)
            throw new DatasetException(sample.Sample.Path, $"has {sample.Sample.ClassCount} classes in its list; {model.Interpreter.Model.Source} gives {model.OutputLength} scores");
        return TopOne.Of(model.Invoke(sample.Inputs[0].Span)) == sample.Sample.ClassIndex;
    }

    private static double Error(RealInterpreter model, ReadOnlySpan<float> input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        float[] output = model.Invoke(input);
        double sum = 0;
        for (int index = 0; index < output.Length; index++)
        {
            double difference = (double)output[index] - input[index];
            sum += difference * difference;
        }

        return sum / output.Length;
    }
}
