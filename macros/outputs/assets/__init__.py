"""Style sheets and scripts of the site, and the licences that travel with them."""
