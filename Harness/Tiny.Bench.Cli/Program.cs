using System.CommandLine;

return await new RootCommand("Tiny.Bench: benchmark and conformance suite for machine learning on microcontrollers.")
    .Parse(args)
    .InvokeAsync();
