using Foster.Bench;

return args is ["serve", .. var settings]
    ? await Server.RunAsync(settings)
    : await Comparison.RunAsync(args);
