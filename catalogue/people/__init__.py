"""Those who talk with the bot: what they told of themselves, and what their roles allow."""
