using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>svdf</c>: all rows of <c>input_sequence</c> in turn from <c>initial_state</c>; the output is that of the last.</summary>
internal sealed class SvdfCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        var names = new CaseNames(vectorCase);
        VectorTensor sequence = names.Tensor("input_sequence", "input");
        VectorTensor feature = names.Tensor("weights_feature", "feature");
        VectorTensor time = names.Tensor("weights_time", "time");
        VectorTensor state = names.Tensor("initial_state", "state");
        SvdfGeometry geometry = Geometry(vectorCase, sequence.Shape, feature.Shape, time.Shape, state.Shape);
        int steps = sequence.Shape.ElementCount / (geometry.Batches * geometry.InputSize);
        vectorCase.RequireSteps((Int128)steps * geometry.Batches * geometry.Filters * ((long)geometry.InputSize + geometry.Memory));
        if (names.Int32(steps, "steps") != steps)
            throw vectorCase.Error($"has {names.Int32("steps")} steps; input_sequence {sequence.Shape} holds {steps}");
        return time.Type switch
        {
            TensorType.Int16 => Step<short>(),
            TensorType.Int8 => Step<sbyte>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {time.Type.SchemaName()} time weights"),
        };

        sbyte[] Step<TState>()
            where TState : unmanaged, IBinaryInteger<TState>, IMinMaxValue<TState>
        {
            (int stateMinimum, int stateMaximum) = names.Range(
                int.CreateTruncating(TState.MinValue), int.CreateTruncating(TState.MaxValue), "input_activation", "in_activation");
            (int outputMinimum, int outputMaximum) = names.Range(
                sbyte.MinValue, sbyte.MaxValue, "activation", "output_activation", "out_activation");
            var codes = new SvdfCodes
            {
                InputZeroPoint = names.ZeroPoint(-1, "input"),
                FeatureMultiplier = names.Multiplier(QuantizedMultiplier.MaximumShift, "in", "input", "1"),
                StateMinimum = stateMinimum,
                StateMaximum = stateMaximum,
                StateZeroPoint = names.ZeroPoint(-1, "state"),
                TimeMultiplier = names.Multiplier(QuantizedMultiplier.MaximumShift, "out", "output", "2"),
                OutputZeroPoint = names.ZeroPoint(1, "output"),
                OutputMinimum = outputMinimum,
                OutputMaximum = outputMaximum,
            };
            if (codes.StateMinimum > codes.StateMaximum || codes.OutputMinimum > codes.OutputMaximum)
                throw vectorCase.Error($"clamps to {codes.StateMinimum} .. {codes.StateMaximum}, then to {codes.OutputMinimum} .. {codes.OutputMaximum}");
            ReadOnlySpan<int> bias = CaseCodes.Bias<int>(vectorCase, geometry.Units);
            TState[] current = state.Read<TState>().ToArray();
            var output = new sbyte[geometry.Batches * geometry.Units];
            int row = geometry.Batches * geometry.InputSize;
            for (int step = 0; step < steps; step++)
            {
                Svdf.Run<TState, TRounding>(
                    geometry, codes, sequence.Read<sbyte>().Slice(step * row, row), feature.Read<sbyte>(), time.Read<TState>(), bias, current, output);
            }

            return output;
        }
    }

    private static SvdfGeometry Geometry(VectorCase vectorCase, Shape sequence, Shape feature, Shape time, Shape state)
    {
        if (feature.Rank != 2 || time.Rank != 2 || feature[0] != time[0] || feature.ElementCount == 0 || time.ElementCount == 0)
            throw vectorCase.Error($"feature weights {feature} and time weights {time} are not [F,I] and [F,M]");
        int filters = feature[0], inputSize = feature[1], memory = time[1];
        int batches = state.ElementCount / (filters * memory);
        int units = batches == 0 ? 0 : vectorCase.Output.Shape.ElementCount / batches;
        if (batches == 0 || state.ElementCount != batches * filters * memory || units == 0 || filters % units != 0
            || vectorCase.Output.Shape.ElementCount != batches * units || sequence.ElementCount == 0
            || sequence.ElementCount % ((long)batches * inputSize) != 0)
            throw vectorCase.Error($"state {state}, input {sequence} and output {vectorCase.Output.Shape} do not fit weights {feature} and {time}");
        int rank = vectorCase.Parameters.Int32("rank", filters / units);
        if (rank != filters / units)
            throw vectorCase.Error($"has rank {rank}; {filters} filters for {units} units give {filters / units}");
        return new SvdfGeometry { Batches = batches, InputSize = inputSize, Units = units, Rank = rank, Memory = memory };
    }
}
